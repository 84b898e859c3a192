import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useCallback } from 'react';
import { narrow } from './narrow';
import type { Operation } from './operation';

/**
 * Answers a function that shows an operation in a tab: the tab that holds it already, else a new one.
 * With run it is also sent; without, it is filled in only.
 */
export function useOpen(): (operation: Operation, run: boolean) => void {
  const actions = useGraphiQLActions();
  const tabs = useGraphiQL((state) => state.tabs);
  const active = useGraphiQL((state) => state.activeTabIndex);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);

  return useCallback(
    (operation, run) => {
      if (!queryEditor) {
        return; // Monaco is still loading
      }
      const variables = operation.variables ?? '';
      const held = tabs.findIndex((tab) => tab.query === operation.query && (tab.variables ?? '') === variables);
      if (held >= 0 && held !== active) {
        actions.changeTab(held);
      } else if (held < 0) {
        actions.addTab();
        queryEditor.setValue(operation.query);
        variableEditor?.setValue(variables);
      }
      // GraphiQL learns the operation's name from the text only after a pause; until then it would send the name of the tab before.
      actions.setOperationName(operation.operationName ?? '');
      if (window.innerWidth < narrow) {
        actions.setVisiblePlugin(null); // there the panel stands in front of the editor
      }
      if (run) {
        actions.run();
      }
    },
    [actions, tabs, active, queryEditor, variableEditor],
  );
}
