import { useMutation } from '@tanstack/react-query';
import type { Download } from '../api';

/** Hands a file to the browser, as a link to it would. */
export function save({ blob, name }: Download): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A download that takes its time and may fail. */
export const useDownload = () => useMutation({ mutationFn: (file: () => Promise<Download>) => file().then(save) });
