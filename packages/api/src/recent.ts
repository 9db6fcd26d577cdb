/** Answers that were computed lately, so that going back and forth between pages does not compute them again. */
export interface Recent<T> {
  get(key: string, compute: () => Promise<T>): Promise<T>;
}

/** Keeps the last `size` answers for `forMs`; an answer that failed is not kept, one under way is shared. */
export function createRecent<T>(size: number, forMs: number, clock: () => number = Date.now): Recent<T> {
  const kept = new Map<string, { readonly at: number; readonly answer: Promise<T> }>();
  return {
    get(key, compute) {
      const known = kept.get(key);
      if (known !== undefined && clock() - known.at < forMs) return known.answer;
      const answer = compute();
      kept.delete(key);
      kept.set(key, { at: clock(), answer });
      const oldest = kept.size > size ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      answer.catch(() => kept.get(key)?.answer === answer && kept.delete(key));
      return answer;
    },
  };
}
