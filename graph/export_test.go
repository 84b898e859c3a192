package graph

// StandardIntrospection is what tools ask to learn a schema.
const StandardIntrospection = standardIntrospection
