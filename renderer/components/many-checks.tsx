import { Checkbox } from '@mantine/core';
import css from '#renderer/components/many-checks.module.css';

/** Several of a list, each ticked at once. */
export function ManyChecks<V extends string>(props: {
  choices: readonly { value: V; label: string }[];
  chosen: readonly V[];
  onChange: (chosen: V[]) => void;
}) {
  return (
    <div className={css['many']}>
      {props.choices.map((choice) => (
        <Checkbox
          key={choice.value}
          label={choice.label}
          checked={props.chosen.includes(choice.value)}
          onChange={(event) =>
            props.onChange(
              event.currentTarget.checked
                ? [...props.chosen, choice.value]
                : props.chosen.filter((one) => one !== choice.value),
            )
          }
        />
      ))}
    </div>
  );
}
