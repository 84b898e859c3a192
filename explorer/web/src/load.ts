import { beside } from './place';

/** Asks the server for one of the lists beside this page, such as examples.json. An error is the caller's to show. */
export async function loadList<T>(name: string): Promise<T[]> {
  const response = await fetch(beside(name));
  if (!response.ok) {
    throw new Error(`${name} answered ${response.status}`);
  }
  return response.json();
}
