import { useEffect } from 'react';
import { create } from 'zustand';

interface Place {
  /** The section of the rail that the open card belongs to, when its address does not say so. */
  section: string | null;
  enter: (section: string | null) => void;
}

export const usePlace = create<Place>()((set) => ({ section: null, enter: (section) => set({ section }) }));

/** While the component is shown, the rail marks this section. */
export function useSection(section: string): void {
  const enter = usePlace((place) => place.enter);
  useEffect(() => {
    enter(section);
    return () => enter(null);
  }, [enter, section]);
}
