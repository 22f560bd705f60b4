// Takes the tour on the Upline that answers at UPLINE or PORT, else on one of its own that is gone afterwards.
import { month } from './month.mjs';
import { answers, withAnUplineOfItsOwn } from './own-upline.mjs';
import { tour } from './tour.mjs';

try {
  const { UPLINE, PORT = '8080' } = process.env;
  const base = UPLINE || `http://localhost:${PORT}`;
  if (await answers(base)) {
    await tour(base, ` ${String(Date.now()).slice(-7)}`);
    await month(base);
  } else if (UPLINE) {
    throw new Error(`No Upline answers at ${UPLINE}.`);
  } else {
    await withAnUplineOfItsOwn(async (own) => {
      await tour(own, '');
      await month(own);
    });
  }
} catch (failure) {
  console.error(failure.message);
  process.exitCode = 1;
}
