// The name of the lock that a measurement holds across all tabs of this site: the service worker does nothing while it is held.

export const MEASUREMENT_LOCK = "headroom-measurement";
