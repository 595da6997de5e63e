import { IconRotateClockwise2 } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useFrame } from '#renderer/pages/files/viewer/use-frame.ts';
import { useFrameKeys } from '#renderer/pages/files/viewer/use-frame-keys.ts';
import { useZoom } from '#renderer/pages/files/viewer/use-zoom.ts';
import css from '#renderer/pages/files/viewer/viewer.module.css';
import { ViewerBar } from '#renderer/pages/files/viewer/viewer-bar.tsx';

/** A picture as wide as its place, larger or smaller, turned by quarters. The browser decodes it in its own threads. */
export function ImageView({ bytes, name, onFail }: { bytes: Blob; name: string; onFail: () => void }) {
  const t = useWords('files');
  const preview = useWords('preview');
  const [picture, setPicture] = useState<{ address: string; width: number; height: number } | null>(null);
  const [zoom, setZoom] = useState<number | null>(null);
  const [quarters, setQuarters] = useState(0);
  const { frame, width: room } = useFrame(picture !== null);
  const fail = useRef(onFail);
  fail.current = onFail;
  useEffect(() => {
    const address = URL.createObjectURL(bytes);
    const image = new Image();
    let gone = false;
    image.onload = () => !gone && setPicture({ address, width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => !gone && fail.current();
    image.src = address;
    return () => {
      gone = true;
      URL.revokeObjectURL(address);
    };
  }, [bytes]);

  const lies = quarters % 2 === 1;
  const [wide, high] = picture ? (lies ? [picture.height, picture.width] : [picture.width, picture.height]) : [1, 1];
  const scale = zoom ?? Math.min(1, Math.max(50, room - 24) / wide);
  const zooming = useZoom(scale, zoom, setZoom);
  const field = useRef<HTMLInputElement>(null);
  const keys = useFrameKeys({ field, zooming });
  if (!picture) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for everything inside
    <div className={css['viewer']} onKeyDown={keys}>
      <ViewerBar zoom={zooming}>
        <IconButton label={preview('rotate')} size={24} onClick={() => setQuarters((quarters + 1) % 4)}>
          <IconRotateClockwise2 size={16} stroke={1.6} />
        </IconButton>
        <span>
          {preview('pictureSize', {
            width: formatCount(picture.width),
            height: formatCount(picture.height),
          })}
        </span>
      </ViewerBar>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling picture must be reachable with the keyboard */}
      <section ref={frame} className={css['frame']} tabIndex={0} aria-label={t('image', { name })}>
        <div className={css['picture']}>
          <div className={css['turned']} style={{ width: wide * scale, height: high * scale, margin: 12 }}>
            {room > 0 && (
              <img
                src={picture.address}
                alt={t('image', { name })}
                decoding="async"
                style={{
                  width: picture.width * scale,
                  height: picture.height * scale,
                  transform: `translate(-50%, -50%) rotate(${quarters * 90}deg)`,
                }}
                onError={() => fail.current()}
              />
            )}
          </div>
        </div>
      </section>
    </div>
  );
}
