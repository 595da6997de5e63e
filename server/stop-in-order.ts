type Undo = () => Promise<unknown>;

/**
 * Stops what has been started, one after the other. What does not end within `within` milliseconds is left behind: nothing was promised
 * that is not committed, and a process that neither serves nor ends holds its workstations for good. Never throws.
 */
export async function stopInOrder(
  undos: Iterable<Undo>,
  within: number,
  trouble: (error: unknown) => void,
): Promise<void> {
  for (const undo of undos) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`did not stop within ${within} ms`)), within);
    });
    await Promise.race([undo(), late]).catch(trouble);
    clearTimeout(timer);
  }
}
