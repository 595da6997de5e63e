import type { PeopleFacts } from '#renderer/pages/form-fields/people-choices.ts';
import type { ProblemWords } from '#renderer/pages/form-fields/use-problem-words.ts';
import type { FormField } from '#shared/domain/form/form.ts';
import type { ValueProblem } from '#shared/domain/form/problems-of.ts';

/** What every field of a form is given. */
export interface FieldProps {
  field: FormField;
  value: unknown;
  required: boolean;
  /** Kopecks: of a calculated field only its formula tells. */
  isMoney: boolean;
  today: string;
  problems: readonly ValueProblem[];
  words: ProblemWords;
  /** What the place knows of the people who may be named here. */
  people?: PeopleFacts | undefined;
  onChange: (value: unknown) => void;
  /** Absent: files cannot be taken here. */
  onFiles: ((files: readonly File[]) => void) | undefined;
}
