import { people } from '#tests/simulation/company.ts';

// What approval means, told once more and as simply as can be: a plain function over the commands in the centre's order. It knows
// nothing of hashes, rows or the engine; what somebody saw is a text, and a decision counts while the paper says that text.

export interface Accepted {
  name: string;
  args: Record<string, unknown>;
  result: Record<string, unknown>;
  /** What was on the author's screen when they decided. */
  seen: string;
}

interface File {
  id: string;
  group: string;
  version: number;
  bytes: string;
  covered: boolean;
  verified: boolean;
  gone: boolean;
}

type Said = 'standing' | 'late' | 'superseded' | 'revoked';
interface Decision {
  id: string;
  place: string;
  verdict: string;
  toStep: number | null;
  seen: string;
  state: Said;
}

type Asked = 'done' | 'active' | 'waiting' | 'closed';
interface Step {
  kind: string;
  mode: string;
  quorum: number | null;
  /** Owners of the tasks in their order. */
  people: string[];
  asked: Asked[];
}

export interface Round {
  id: string;
  purpose: 'approval' | 'acknowledgement';
  state: string;
  steps: Step[];
  decisions: Decision[];
}

export interface Paper {
  subject: string;
  amount: number;
  files: File[];
  rounds: Round[];
  signed: boolean;
  state: string;
}

/** What a paper says, as a text: its words, its amount and the newest version of every file that counts. */
export function textOf(subject: unknown, amount: unknown, files: readonly File[]): string {
  const living = files.filter((file) => !file.gone);
  const newest = living.filter(
    (file) => !living.some((other) => other.group === file.group && other.version > file.version),
  );
  const counted = newest.filter((file) => file.covered).map((file) => `${file.group} ${file.bytes}`);
  return JSON.stringify([subject, amount, counted.sort()]);
}

const saysNow = (paper: Paper): string => textOf(paper.subject, paper.amount, paper.files);

/** Whether the centre has the bytes of everything that counts. */
const isChecked = ({ files }: Paper): boolean => {
  const living = files.filter((file) => !file.gone);
  const isNewest = (file: File): boolean =>
    !living.some((other) => other.group === file.group && other.version > file.version);
  return living.every((file) => !file.covered || file.verified || !isNewest(file));
};

const isEnough = (step: Step, agreed: ReadonlySet<string>, n: number): boolean => {
  const count = step.people.filter((_person, place) => agreed.has(`${n}/${place}`)).length;
  const all = step.people.length;
  return count >= (step.mode === 'any' ? 1 : step.mode === 'quorum' ? Math.min(step.quorum ?? all, all) : all);
};

/** Decisions of a round that count now. */
export const inForce = (paper: Paper, round: Round): Decision[] =>
  isChecked(paper) ? round.decisions.filter((one) => one.state === 'standing' && one.seen === saysNow(paper)) : [];

/** The step that is asked; the number of steps when all are complete. */
export function stepOf(paper: Paper, round: Round): number {
  const agreed = new Set(inForce(paper, round).map((one) => one.place));
  const open = round.steps.findIndex((step, n) => !isEnough(step, agreed, n));
  return open === -1 ? round.steps.length : open;
}

const stepOfPlace = (place: string): number => Number(place.split('/')[0]);

function reckon(paper: Paper, round: Round): void {
  for (;;) {
    const against = inForce(paper, round).find((one) => one.verdict === 'return' || one.verdict === 'reject');
    if (!against) break;
    const { toStep, place, verdict } = against;
    if (verdict === 'reject' || toStep === null || toStep >= stepOfPlace(place)) {
      end(paper, round, verdict === 'reject' ? 'rejected' : 'returned');
      return;
    }
    for (const one of round.decisions)
      if (one.state === 'standing' && stepOfPlace(one.place) >= toStep) one.state = 'superseded';
  }
  const agreed = new Set(inForce(paper, round).map((one) => one.place));
  const current = stepOf(paper, round);
  for (const [n, step] of round.steps.entries()) {
    let before = true;
    step.asked = step.people.map((_person, place) => {
      const answered = agreed.has(`${n}/${place}`);
      const turn = step.mode !== 'sequence' || before;
      before &&= answered;
      if (answered) return 'done';
      return n < current ? 'closed' : n === current && turn ? 'active' : 'waiting';
    });
  }
  const complete = current === round.steps.length;
  const was = round.state;
  round.state = complete ? 'approved' : 'running';
  if (round.purpose !== 'approval' || (complete && was === 'approved')) return;
  paper.state = complete || round.steps[current]?.kind === 'sign' ? 'sign' : 'approve';
  if (complete && round.steps.some((step) => step.kind === 'sign')) paper.signed = true;
}

function end(paper: Paper, round: Round, state: string): void {
  round.state = state;
  for (const step of round.steps) step.asked = step.asked.map((one) => (one === 'done' ? 'done' : 'closed'));
  if (round.purpose === 'approval') paper.state = state === 'rejected' ? 'refused' : 'draft';
}

const isOpen = (paper: Paper, round: Round): boolean => {
  if (round.purpose === 'acknowledgement') return round.state === 'running';
  const latest = paper.rounds.findLast((one) => one.purpose === 'approval');
  return latest === round && (round.state === 'running' || (round.state === 'approved' && !paper.signed));
};

const reckonAll = (paper: Paper): void => {
  for (const round of paper.rounds) if (isOpen(paper, round)) reckon(paper, round);
};

type Given = Record<string, unknown>;
type Deed = (papers: Map<string, Paper>, paper: Paper, args: Given, result: Given, seen: string) => void;

/** `places` tells of a task's id its round and its place in it: `round step/position`. */
export function approvalsAfter(
  commands: readonly Accepted[],
  papers: Map<string, Paper>,
  places: ReadonlyMap<string, string>,
  disputes: ReadonlyMap<string, string>,
): Map<string, Paper> {
  const find = (paper: Paper, id: unknown): Round => paper.rounds.find((one) => one.id === id) as Round;
  const located = (paper: Paper, taskId: unknown): { round: Round; place: string; step: Step; n: number } => {
    const [id, place = ''] = (places.get(String(taskId)) ?? '').split(' ');
    const round = find(paper, id);
    const [step = 0, n = 0] = place.split('/').map(Number);
    return { round, place, step: round.steps[step] as Step, n };
  };
  const begin = (paper: Paper, id: unknown, purpose: Round['purpose'], steps: Step[]): void => {
    const round: Round = { id: String(id), purpose, state: 'running', steps, decisions: [] };
    paper.rounds.push(round);
    reckon(paper, round);
  };
  const newFile = (given: Given, id: unknown, more: Partial<File>): File => {
    const bytes = `${String(given['name'])} ${String(given['sha256'])}`;
    const file = { id: String(id), group: String(id), version: 1, bytes, covered: true, verified: false, gone: false };
    return { ...file, ...more };
  };
  const deeds: Record<string, Deed> = {
    'document.update': (_papers, paper, args) => {
      const [patch, base] = [args['patch'] as Given, args['base'] as Given];
      const record = paper as unknown as Given;
      for (const field of ['subject', 'amount'])
        if (field in patch && record[field] === base[field]) record[field] = patch[field];
      reckonAll(paper);
    },
    'conflict.resolve': (_papers, paper, args) => {
      Object.assign(paper, args['choices']);
      reckonAll(paper);
    },
    'attachment.add': (_papers, paper, args, result) => {
      const covered = args['purpose'] !== 'scan';
      const ids = result['ids'] as string[];
      for (const [n, one] of (args['files'] as Given[]).entries()) paper.files.push(newFile(one, ids[n], { covered }));
      reckonAll(paper);
    },
    'attachment.add-version': (_papers, paper, args, result) => {
      const { group, covered } = paper.files.find((one) => one.id === args['basedOnId']) as File;
      const version = 1 + Math.max(...paper.files.filter((one) => one.group === group).map((one) => one.version));
      paper.files.push(newFile(args['file'] as Given, result['id'], { group, covered, version }));
      reckonAll(paper);
    },
    'attachment.remove': (_papers, paper, args) => {
      (paper.files.find((one) => one.id === args['id']) as File).gone = true;
      reckonAll(paper);
    },
    'approval.submit': (_papers, paper, args, result) => {
      const steps = (args['steps'] as (Step & { members: { employeeId: string }[]; conditions: unknown[] })[]).filter(
        (one) => one.conditions.length === 0 || paper.amount >= 150,
      );
      const plain = steps.map(({ kind, mode, quorum, members }): Step => {
        return { kind, mode, quorum, people: members.map((one) => one.employeeId), asked: [] };
      });
      begin(paper, result['id'], 'approval', plain);
    },
    'acknowledgement.request': (_papers, paper, args, result) => {
      const asked = [...new Set(args['employeeIds'] as string[])];
      const step = { kind: 'acknowledge', mode: 'all', quorum: null, people: asked, asked: [] };
      begin(paper, result['id'], 'acknowledgement', [step]);
    },
    'approval.cancel': (_papers, paper, args) => end(paper, find(paper, args['approvalId']), 'cancelled'),
    'approval.delegate': (_papers, paper, args) => {
      const { round, place, step, n } = located(paper, args['taskId']);
      if (step.people[n] === args['employeeId']) return;
      for (const one of round.decisions) if (one.place === place && one.state === 'standing') one.state = 'superseded';
      step.people[n] = String(args['employeeId']);
      reckon(paper, round);
    },
    'approval.add-approver': (_papers, paper, args) => {
      const round = find(paper, args['approvalId']);
      (round.steps[stepOf(paper, round)] as Step).people.push(String(args['employeeId']));
      reckon(paper, round);
    },
    'decision.make': (_papers, paper, args, result, seen) => {
      const { round, place, step, n } = located(paper, args['taskId']);
      const asked = step.asked[n];
      const again = round.decisions.some((one) => one.place === place && one.state === 'standing' && one.seen === seen);
      const late = !isOpen(paper, round) || asked === 'done' || asked === 'closed' || again;
      const { verdict, toStep } = args as { verdict: string; toStep: number | null };
      const state = late ? 'late' : 'standing';
      round.decisions.push({ id: String(result['id']), place, verdict, toStep, seen, state });
      if (!late) reckon(paper, round);
    },
    'decision.revoke': (_papers, paper, args) => {
      const round = paper.rounds.find((one) => one.decisions.some(({ id }) => id === args['id'])) as Round;
      const made = round.decisions.find(({ id }) => id === args['id']) as Decision;
      if (made.state !== 'standing') return;
      made.state = 'revoked';
      reckon(paper, round);
    },
    'contract.advance': (_papers, paper, args) => {
      if (args['to'] === 'signed') paper.signed = true;
      paper.state = { signed: 'sign', registered: 'reg', performing: 'perform' }[String(args['to'])] ?? paper.state;
    },
  };
  for (const { name, args, result, seen } of commands) {
    if (name === 'attachment.verify') {
      for (const paper of papers.values()) {
        for (const file of paper.files) if (file.bytes.endsWith(String(args['sha256']))) file.verified = true;
        reckonAll(paper);
      }
      continue;
    }
    const id = name === 'conflict.resolve' ? disputes.get(String(args['id'])) : (args['documentId'] ?? args['id']);
    const paper = papers.get(String(id));
    if (paper) deeds[name]?.(papers, paper, args, result, seen);
  }
  return papers;
}

/** Everybody who can be asked, so that a reader of a failure can tell who is who. */
export const nameOf = (person: string): string => `person ${people.indexOf(person as (typeof people)[number])}`;
