require "digest"

def weak(data)
  # ruleid: ruby-weak-hash
  Digest::MD5.hexdigest(data)
end

def old(data)
  # ruleid: ruby-weak-hash
  Digest::SHA1.hexdigest(data)
end

def strong(data)
  # ok: ruby-weak-hash
  Digest::SHA256.hexdigest(data)
end
