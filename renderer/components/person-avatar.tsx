import css from '#renderer/components/person-avatar.module.css';

const tones = ['ink', 'green', 'plum', 'teal', 'amber'] as const;

/** Two initials: of «Анна Крылова» АК; of one word its first two letters are too many, so one. */
function initialsOf(name: string): string {
  const [first = '', second = ''] = name.trim().split(/\s+/);
  return (first.slice(0, 1) + second.slice(0, 1)).toUpperCase();
}

/** The same person has the same tint everywhere: a small stable hash of the id. */
export function toneOf(id: string): (typeof tones)[number] {
  let hash = 0;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return tones[hash % tones.length] ?? 'ink';
}

/** A person. `decorative` when the name stands beside it. `away`: hollow, never transparent. */
export function PersonAvatar(props: {
  id: string;
  name: string;
  size?: 22 | 28;
  away?: boolean;
  decorative?: boolean;
}) {
  const { id, name, size = 22, away = false, decorative = false } = props;
  const look = { className: css['avatar'], 'data-tone': toneOf(id), 'data-away': away || undefined, 'data-size': size };
  const initials = initialsOf(name);
  if (decorative) {
    return (
      <span {...look} aria-hidden="true">
        {initials}
      </span>
    );
  }
  return (
    <span {...look} role="img" aria-label={name} title={name}>
      {initials}
    </span>
  );
}
