// The rules that documents keep to, looked at by a library (SHACL).
import rdf from '@zazuko/env'
import SHACLValidator from 'rdf-validate-shacl'
import { parse } from './quads.mjs'

// Shapes says what in statements breaks the rules, in words; nothing where all is well.
export class Shapes {
  constructor(turtle) {
    this.validator = new SHACLValidator(rdf.dataset(parse(turtle, 'Turtle')), { factory: rdf })
  }

  async broken(quads) {
    const report = await this.validator.validate(rdf.dataset(quads))
    if (report.conforms) return []
    return report.results.map((r) => `${r.focusNode?.value} ${r.path?.value ?? ''} ${r.sourceConstraintComponent?.value} ${r.message.map((m) => m.value)}`)
  }
}
