const busy = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [role="dialog"] *, [role="menu"] *';

/** Whether the person is typing or answering what lies over the page: a list that has come late must not take the focus from there. */
export const handIsBusy = (): boolean => document.activeElement?.matches(busy) ?? false;
