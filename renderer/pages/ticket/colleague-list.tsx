import { type KeyboardEvent, useState } from 'react';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { calledWords, fittingPeople, withCall } from '#renderer/pages/ticket/call-colleague.ts';
import css from '#renderer/pages/ticket/composer.module.css';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import type { Composing } from '#renderer/pages/ticket/use-composer.ts';
import type { RowOf } from '#shared/domain/registry.ts';

type Person = RowOf<'employee'>;

/** Colleagues behind `@` in a note: found by name or login, chosen with the arrows and Enter. */
export function useColleagues(facts: TicketFacts, composer: Composing) {
  const { employees } = useDirectory();
  const [active, setActive] = useState(0);
  const { mode, text } = composer.draft;
  const asked = facts.may.desk && mode === 'note' ? calledWords(text) : null;
  const living = employees.filter((one) => one.state === 'active' && one.id !== facts.requester.id);
  const found = asked === null ? [] : fittingPeople(living, asked, new Set(facts.desk.map((one) => one.id)));
  const at = Math.min(active, Math.max(0, found.length - 1));
  const choose = (person: Person) => {
    setActive(0);
    composer.change({ text: withCall(text, person.login) });
  };
  /** True when the press was for the list. */
  const press = (event: KeyboardEvent): boolean => {
    const person = found[at];
    if (!person || event.ctrlKey || event.metaKey || event.shiftKey) return false;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((at + step + found.length) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(person);
    else return false;
    event.preventDefault();
    return true;
  };
  return { found, active: at, choose, press };
}

/** The open list of colleagues: the field keeps the focus and names the active line. */
export function ColleagueList(props: {
  id: string;
  people: readonly Person[];
  active: number;
  onChoose: (person: Person) => void;
}) {
  const t = useWords('queues');
  return (
    <div role="listbox" id={props.id} className={css['replies']} aria-label={t('watchColleague')}>
      {props.people.map((person, index) => (
        // The field has the focus; its keys choose.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          key={person.id}
          id={`${props.id}-${index}`}
          role="option"
          aria-selected={index === props.active}
          className={css['reply']}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onChoose(person)}
        >
          <b>{person.fullName}</b>
          <span className="op-ellipsis">{person.position}</span>
        </div>
      ))}
    </div>
  );
}
