/** Cycles, strays and undeclared packages. Who may import whom is test/architecture/imports.test.ts. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: '^(src|dialogs)', pathNot: '^src/console/web/' }, // pages are bundled
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'no-unknown-package',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'not-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'pure-stays-pure',
      comment: 'policy, conversation, faq, places, leads and dialogs have no I/O and no clock',
      severity: 'error',
      from: { path: '^(src/(policy|conversation|faq|places|leads)|dialogs)/' },
      to: {
        path: '^(src/(adapters|http|work|bot|console|simulator|cli|app|main)|node:)',
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: 'src/simulator/page' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
