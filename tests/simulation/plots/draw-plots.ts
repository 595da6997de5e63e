import type { Chance } from '#tests/simulation/chance.ts';
import { clockPlot, diskPlot, keyStorePlot, oldProgramPlot } from '#tests/simulation/plots/device-plots.ts';
import { clonePlot, profilePlot, restorePlot } from '#tests/simulation/plots/fork-plots.ts';
import { partitionPlot, serverPlot } from '#tests/simulation/plots/link-plots.ts';
import { compactPlot, gainPlot, leavePlot, revokePlot } from '#tests/simulation/plots/scope-plots.ts';
import { refusedChainPlot } from '#tests/simulation/plots/work-plots.ts';
import type { Plot } from '#tests/simulation/world.ts';

const plots: readonly Plot[] = [
  diskPlot,
  serverPlot,
  partitionPlot,
  restorePlot(true),
  restorePlot(false),
  profilePlot,
  clonePlot,
  leavePlot,
  gainPlot,
  revokePlot,
  compactPlot,
  clockPlot,
  refusedChainPlot,
  keyStorePlot,
];

/** One history in seven is left in peace; the others have one or two of the plots, or three. */
export function drawPlots(chance: Chance): Plot[] {
  const count = [0, 1, 1, 2, 2, 2, 3][chance.below(7)] as number;
  return Array.from({ length: count }, () => (chance.happens(2) ? oldProgramPlot : chance.pick(plots)));
}
