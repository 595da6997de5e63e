import { useMediaQuery } from '@mantine/hooks';

/** Below 1366 px the rail has icons only, whatever was chosen. */
export const useNarrow = (): boolean => useMediaQuery('(max-width: 1365px)', false, { getInitialValueInEffect: false });
