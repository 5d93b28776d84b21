"""Forms in which people without git suggest a term or report an error, made from the model."""
