declare module 'idiomorph' {
  interface Callbacks {
    beforeNodeMorphed?: (old: Node, fresh: Node) => boolean;
    beforeNodeRemoved?: (node: Node) => boolean;
    beforeAttributeUpdated?: (name: string, element: Element, change: 'update' | 'remove') => boolean;
  }
  export const Idiomorph: {
    morph: (
      old: Element,
      fresh: Element,
      options: { morphStyle: 'outerHTML' | 'innerHTML'; ignoreActiveValue?: boolean; restoreFocus?: boolean; callbacks?: Callbacks },
    ) => Node[];
  };
}
