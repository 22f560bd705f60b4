import { useState } from 'react';
import { openIdentity } from '../api';
import { ChoosePassword } from './ChoosePassword';
import { mailedToken } from './mailedToken';
import { texts } from './texts';

export default function AcceptInvitation() {
  const [token] = useState(mailedToken);
  return (
    <ChoosePassword
      title={texts.invitationTitle}
      intro={texts.invitationIntro}
      token={token}
      done={texts.invitationDone}
      send={(secret, password) => openIdentity.acceptInvitation({ passwordByLink: { token: secret, password } })}
    />
  );
}
