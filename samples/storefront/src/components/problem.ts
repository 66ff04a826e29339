/** A report that nobody can receive: the sample has no server. */
export class ProblemReport {
  readonly #page: string;

  constructor(page: string) {
    this.#page = page;
  }

  raise(): never {
    const subject: string = `Nobody is at the repair desk to hear about "${this.#page}".`;

    throw new Error(subject);
  }
}
