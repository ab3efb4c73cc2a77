/** The words of the interface, from Python's `labels.py` through the `labels` trait. */
export interface Words {
  /** The label `name`, what stands in braces filled in. */
  say(name: string, values?: Record<string, string | number>): string;
}

export function wordsFrom(labels: unknown): Words {
  const known = (labels ?? {}) as Record<string, string>;
  return {
    say: (name, values = {}) =>
      (known[name] ?? name).replace(/\{(\w+)\}/g, (braces, key: string) => String(values[key] ?? braces)),
  };
}
