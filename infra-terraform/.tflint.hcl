# The rules of the language itself, which tflint brings along; those of AWS are a plugin that it would fetch, and are left to the provider and to checkov.
config {
  call_module_type = "local"
}

plugin "terraform" {
  enabled = true
  preset  = "all"
}
