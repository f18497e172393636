require "openssl"

def weak
  # ruleid: ruby-weak-cipher
  OpenSSL::Cipher.new("des-ede3-cbc")
end

def ecb
  # ruleid: ruby-weak-cipher
  OpenSSL::Cipher.new("aes-128-ecb")
end

def strong
  # ok: ruby-weak-cipher
  OpenSSL::Cipher.new("aes-256-gcm")
end
