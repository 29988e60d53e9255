# One person, signed in with a second factor.
principals  = ["arn:aws:iam::123456789012:user/alice"]
images_kept = 10
