/** Numbers for the operator, in the text format of Prometheus (exposition format 0.0.4). No names of people or documents. */
export class Metrics {
  readonly #counters = new Map<string, { help: string; value: number }>();
  readonly #gauges = new Map<string, { help: string; read: () => number }>();

  counter(name: string, help: string): (amount?: number) => void {
    const counter = this.#counters.get(name) ?? { help, value: 0 };
    this.#counters.set(name, counter);
    return (amount = 1) => {
      counter.value += amount;
    };
  }

  gauge(name: string, help: string, read: () => number): void {
    this.#gauges.set(name, { help, read });
  }

  text(): string {
    const lines: string[] = [];
    for (const [name, { help, value }] of this.#counters) lines.push(...block(name, help, 'counter', value));
    for (const [name, { help, read }] of this.#gauges) lines.push(...block(name, help, 'gauge', read()));
    return `${lines.join('\n')}\n`;
  }
}

const block = (name: string, help: string, type: string, value: number): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  `${name} ${value}`,
];
