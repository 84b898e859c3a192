import { useGraphiQL } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import { readLink } from './link';
import { useOpen } from './use-open';

/**
 * Fills in the query of a link that is followed while the explorer is open already (only the part after `#` changes, so the page
 * does not load again), and names the operation that the first link meant.
 */
export function FollowLinks({ operationName }: { operationName?: string }) {
  const open = useOpen();
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const follow = () => {
      const operation = readLink(location.href);
      if (operation) {
        latest.current(operation, false);
      }
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  const setOperationName = useGraphiQL((state) => state.actions.setOperationName);
  const parsed = useGraphiQL((state) => state.operations !== undefined);
  useEffect(() => {
    if (operationName && parsed) {
      setOperationName(operationName);
    }
  }, [operationName, parsed, setOperationName]);
  return null;
}
