// Room beside the plots of charts beside each other: each says what it needs, and all take the most of these, so that plots are equally wide.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useState,
} from "react";

/** px beside a plot: right of it, and left of it for the labels of its axis. */
export interface Room {
  readonly right: number;
  readonly left: number;
}

interface Shared {
  readonly most: Room;
  /** Says what a chart needs; null once it is gone. */
  readonly ask: (id: string, room: Room | null) => void;
}

const SharedRoomContext = createContext<Shared | null>(null);

/** What each needs at most. */
export function mostRoom(rooms: Iterable<Room>): Room {
  let most: Room = { right: 0, left: 0 };
  for (const { right, left } of rooms) {
    most = { right: Math.max(most.right, right), left: Math.max(most.left, left) };
  }
  return most;
}

/** Charts inside share their room. */
export function SharedRoom({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<ReadonlyMap<string, Room>>(new Map());
  const ask = useCallback<Shared["ask"]>((id, room) => {
    setAsked((before) => {
      const after = new Map(before);
      if (room === null) after.delete(id);
      else after.set(id, room);
      return after;
    });
  }, []);
  const shared = useMemo(() => ({ most: mostRoom(asked.values()), ask }), [asked, ask]);
  return <SharedRoomContext value={shared}>{children}</SharedRoomContext>;
}

/** @param own what this chart needs @returns what it takes: its own where it shares with none */
export function useSharedRoom({ right, left }: Room): Room {
  const id = useId();
  const shared = useContext(SharedRoomContext);
  const ask = shared?.ask;
  useLayoutEffect(() => {
    ask?.(id, { right, left });
    return () => ask?.(id, null);
  }, [ask, id, right, left]);
  return mostRoom(shared === null ? [{ right, left }] : [{ right, left }, shared.most]);
}
