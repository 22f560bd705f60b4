/**
 * Sensitive steps want the password or a code shown again. The request that is refused for it waits here until the person
 * has done so, and is then sent once more.
 */
type Answer = 'confirmed' | 'given up';
let waiting: PromiseWithResolvers<Answer> | undefined;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

export const confirmation = {
  isWanted: (): boolean => waiting !== undefined,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  ask(): Promise<Answer> {
    waiting ??= Promise.withResolvers<Answer>();
    tell();
    return waiting.promise;
  },
  answer(answer: Answer): void {
    waiting?.resolve(answer);
    waiting = undefined;
    tell();
  },
};
