/** The shape of a comparison is part of the domain, since it crosses the bridge; here it is made. */
export {
  type BlockKind,
  CELL_SEPARATOR,
  type DocumentProblem,
  documentProblems,
  type Redline,
  type RedlineBlock,
  type RedlineCounts,
  type RedlineDocument,
  type RedlineKind,
  type RedlineRun,
  type RedlineSide,
  type TextBlock,
} from '#shared/domain/redline.ts';
