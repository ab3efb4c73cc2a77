/** The service worker: keeps the whole guide on the device, after the reader said yes. */
export {};
