import { Card, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../api/queries.ts';
import { sayBytes, sayInstant } from '../../api/time.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { language } from '../../words/language.ts';
import { say } from '../../words/say.ts';
import { treemap } from './treemap.ts';

type Storage = Schemas['Storage'];
type StoredObject = Schemas['StoredObject'];

/** Smaller ones are drawn together. */
const DRAWN_MAX = 40;
const MAP_PX = 280;
/** About what the card is on a desk. */
const ASPECT = 3.4;

interface Piece {
  readonly key: string;
  readonly meter: string;
  readonly name: string;
  readonly bytes: number;
  /** All that is known of it, in a line. */
  readonly about: string;
  readonly isDeleted: boolean;
}

/** What takes the room: each rectangle as large as what it stands for. */
export function StorageMap({ account, storage }: { account: string; storage: Storage }) {
  const largest = useQuery({
    queryKey: ['storage-largest', account],
    queryFn: () =>
      client.get('/v1/billing-accounts/{ba}/storage/largest', {
        params: { ba: account },
        query: { limit: DRAWN_MAX },
      }),
  });
  const meters = Object.keys(storage.meters);
  return (
    <Card component="section" aria-label={say('What takes the room')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {say('What takes the room')}
        </Title>
        <Group gap="md">
          {meters.map((code, index) => (
            <Group key={code} gap={6}>
              <span className="map-key" data-tone={index % TONES} />
              <Text size="sm">{storage.meters[code]?.name}</Text>
            </Group>
          ))}
          <Group gap={6}>
            <span className="map-key" data-deleted />
            <Text size="sm">{say('Deleted, not purged')}</Text>
          </Group>
        </Group>
      </Group>
      <Loaded query={largest} height={MAP_PX}>
        {({ data }) => <Drawing pieces={piecesOf(data, storage)} meters={meters} />}
      </Loaded>
    </Card>
  );
}

const TONES = 3;

function Drawing({ pieces, meters }: { pieces: readonly Piece[]; meters: readonly string[] }) {
  if (pieces.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        {say('Nothing is stored.')}
      </Text>
    );
  }
  const places = treemap(
    pieces.map(({ bytes }) => bytes),
    ASPECT,
  );
  return (
    <ul className="map" style={{ height: MAP_PX }}>
      {pieces.map((piece, index) => {
        const place = places[index];
        if (place === undefined) return null;
        return (
          <li
            key={piece.key}
            className="map-piece"
            data-tone={meters.indexOf(piece.meter) % TONES}
            data-deleted={piece.isDeleted || undefined}
            title={piece.about}
            aria-label={piece.about}
            style={{
              left: `${place.x}%`,
              top: `${place.y}%`,
              width: `${place.width}%`,
              height: `${place.height}%`,
            }}
          >
            <span className="map-name" aria-hidden>
              {piece.name}
              <br />
              {sayBytes(piece.bytes)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function aboutOf(object: StoredObject): string {
  const known = {
    name: object.name,
    size: sayBytes(object.bytes),
    instant: sayInstant(object.last_used_at),
  };
  return object.state === 'deleted'
    ? say('{name}, {size}, last used {instant}, deleted', known)
    : say('{name}, {size}, last used {instant}', known);
}

/** English begins no noun with a capital within a sentence; German does. */
const inSentence = (noun: string) => (language === 'en' ? noun.toLowerCase() : noun);

/** The largest one by one, and of each meter what is left of it as one more. */
function piecesOf(largest: readonly StoredObject[], storage: Storage): Piece[] {
  const rest = Object.entries(storage.meters).flatMap(([code, meter]): Piece[] => {
    const drawn = largest.filter((one) => one.meter === code);
    const bytes = meter.used_bytes - drawn.reduce((sum, one) => sum + one.bytes, 0);
    if (largest.length < DRAWN_MAX || bytes <= 0) return [];
    const name = say('Smaller {meter}', { meter: inSentence(meter.name) });
    const about = say('{name}, {size}', { name, size: sayBytes(bytes) });
    return [{ key: `rest_${code}`, meter: code, name, bytes, about, isDeleted: false }];
  });
  const each = largest.map((one) => {
    const isDeleted = one.state === 'deleted';
    return {
      key: one.external_id,
      meter: one.meter,
      name: one.name,
      bytes: one.bytes,
      about: aboutOf(one),
      isDeleted,
    };
  });
  return [...each, ...rest]
    .filter(({ bytes }) => bytes > 0)
    .sort((left, right) => right.bytes - left.bytes);
}
