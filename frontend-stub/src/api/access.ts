import type { CurrentUser } from '@upline/client';
import { access, type Operation } from './generated/access';

/** Whether the contract lets somebody of these roles call the operation. What is possible with one record the API says. */
export const may = (user: CurrentUser, operation: Operation): boolean =>
  user.roles.some((role) => (access[operation] as readonly string[]).includes(role));

export type { Operation };
