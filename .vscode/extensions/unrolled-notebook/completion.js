'use strict';
// Completions and hovers in C# cells, answered by the session that runs them.
const { CompletionItem, CompletionItemKind, Hover, MarkdownString, Position, Range, languages } = require('vscode');

/** @type {Record<string, import('vscode').CompletionItemKind>} */
const kinds = {
  method: CompletionItemKind.Method, property: CompletionItemKind.Property, field: CompletionItemKind.Field, event: CompletionItemKind.Event,
  class: CompletionItemKind.Class, record: CompletionItemKind.Class, struct: CompletionItemKind.Struct, interface: CompletionItemKind.Interface,
  enum: CompletionItemKind.Enum, enumMember: CompletionItemKind.EnumMember, delegate: CompletionItemKind.Function,
  namespace: CompletionItemKind.Module, local: CompletionItemKind.Variable, parameter: CompletionItemKind.Variable,
  typeParameter: CompletionItemKind.TypeParameter, keyword: CompletionItemKind.Keyword,
};

/** The session counts in text with \n, the editor may not. @param {string} text */
const unixText = text => text.replaceAll('\r\n', '\n');

/** @param {string} code @param {number} offset */
const positionAt = (code, offset) => {
  const lines = code.slice(0, offset).split('\n');
  return new Position(lines.length - 1, lines[lines.length - 1].length);
};

/**
 * @param {'complete' | 'inspect'} type
 * @param {import('vscode').TextDocument} document
 * @param {import('vscode').Position} position
 */
const questionAt = (type, document, position) => ({
  type, code: unixText(document.getText()), position: unixText(document.getText(new Range(new Position(0, 0), position))).length,
});

/** @param {any} item @param {import('vscode').Range} range */
const toItem = ({ text, kind, signature }, range) => {
  const item = new CompletionItem(text, kinds[kind]);
  item.detail = signature;
  item.range = range;
  return item;
};

/**
 * @param {{ sessionOfCell: (cell: import('vscode').TextDocument) => import('./session').Session | undefined }} controller
 * @param {string} notebookType
 */
const registerLanguage = (controller, notebookType) => {
  const cells = { notebookType, language: 'csharp' };
  return [
    languages.registerCompletionItemProvider(cells, {
      async provideCompletionItems(document, position) {
        const question = questionAt('complete', document, position);
        const answer = await controller.sessionOfCell(document)?.ask(question);
        if (!answer) return undefined;
        const range = new Range(positionAt(question.code, answer.start), positionAt(question.code, answer.end));
        return answer.items.map((/** @type {any} */ item) => toItem(item, range));
      },
    }, '.'),
    languages.registerHoverProvider(cells, {
      async provideHover(document, position) {
        const answer = await controller.sessionOfCell(document)?.ask(questionAt('inspect', document, position));
        return answer?.found ? new Hover(new MarkdownString(answer.markdown)) : undefined;
      },
    }),
  ];
};

module.exports = { registerLanguage };
