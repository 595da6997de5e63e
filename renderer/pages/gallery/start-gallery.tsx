import { GalleryFrame } from '#renderer/pages/gallery/gallery-frame.tsx';
import { GalleryPage } from '#renderer/pages/gallery/gallery-page.tsx';
import { LoginView } from '#renderer/pages/login/login-view.tsx';

const accounts = [
  { id: 'a1', name: 'Анна Крылова', place: 'Бухгалтер, Новосибирск' },
  { id: 'p7', name: 'Павел Юдин', place: 'Юрист, Екатеринбург' },
  { id: 'j3', name: 'Жанна Щукина', place: 'Делопроизводитель, Москва' },
  { id: 'm4', name: 'Марина Тен', place: 'Руководитель, Владивосток' },
];

/** The gallery needs no core: it is chosen before the window connects. */
export function Gallery() {
  if (location.hash.includes('login')) {
    return (
      <LoginView
        accounts={accounts}
        busy={false}
        offline={false}
        onChoose={() => undefined}
        onPassword={() => undefined}
      />
    );
  }
  return location.hash.includes('frame') ? <GalleryFrame /> : <GalleryPage />;
}
