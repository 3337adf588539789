// Lets what is costly to draw take its news one after the other, a frame apart, so that no task of the page is long.
import { startTransition, useEffect, useState } from "react";

/**
 * @param news with what it is of: news of something else is taken at once
 * @param place how many frames later it is taken; the first, 0, takes it at once
 */
export function useInTurn<News extends { readonly of: unknown }>(news: News, place: number): News {
  const [taken, setTaken] = useState(news);
  useEffect(() => {
    if (place === 0) return undefined;
    let left = place;
    let frame = 0;
    const step = (): void => {
      if (left === 0) {
        startTransition(() => setTaken(news));
        return;
      }
      left -= 1;
      frame = requestAnimationFrame(step);
    };
    step();
    return () => cancelAnimationFrame(frame);
  }, [news, place]);
  return place === 0 || taken.of !== news.of ? news : taken;
}
