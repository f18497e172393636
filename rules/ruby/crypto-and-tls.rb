require "digest"
require "fileutils"
require "net/http"
require "nokogiri"
require "openssl"
require "securerandom"

class Vault
  def hashes(password, file)
    # ruleid: ruby-weak-password-hash
    first = Digest::MD5.hexdigest(password)
    # ruleid: ruby-weak-password-hash
    second = Digest::SHA1.hexdigest(@salt + params[:password])
    # ok: ruby-weak-password-hash
    third = BCrypt::Password.create(password)
    # ok: ruby-weak-password-hash
    fourth = Digest::MD5.hexdigest(file.read)
    [first, second, third, fourth]
  end

  def ciphers
    first = OpenSSL::Cipher.new("des-ede3-cbc")
    second = OpenSSL::Cipher.new("AES-128-ECB")
    third = OpenSSL::Cipher.new("aes-256-gcm")
    fourth = OpenSSL::Cipher.new("chacha20-poly1305")
    [first, second, third, fourth]
  end

  def secrets
    reset_token = rand(36**12).to_s(36)
    password = "pw" + Random.rand(1_000_000).to_s
    session_id = Array.new(12) { rand(10) }.join
    api_key = SecureRandom.hex(16)
    color = rand(256)
    [reset_token, password, session_id, api_key, color]
  end

  def clients(http)
    # ruleid: ruby-tls-verification-disabled
    http.verify_mode = OpenSSL::SSL::VERIFY_NONE
    # ruleid: ruby-tls-verification-disabled
    blind = Faraday.new(url: "https://media.example", ssl: { verify: false })
    # ok: ruby-tls-verification-disabled
    http.verify_mode = OpenSSL::SSL::VERIFY_PEER
    # ok: ruby-tls-verification-disabled
    http.verify_mode = verify_peer? ? OpenSSL::SSL::VERIFY_PEER : OpenSSL::SSL::VERIFY_NONE
    # ok: ruby-tls-verification-disabled
    checked = Faraday.new(url: "https://media.example", ssl: { ca_file: "/etc/ssl/internal.pem" })
    [blind, checked]
  end

  def feed(text)
    # ruleid: ruby-xxe
    first = Nokogiri::XML(text) { |config| config.noent }
    # ruleid: ruby-xxe
    second = Nokogiri::XML(text, nil, nil, Nokogiri::XML::ParseOptions::NOENT)
    # ok: ruby-xxe
    third = Nokogiri::XML(text)
    # ok: ruby-xxe
    fourth = Nokogiri::XML(text) { |config| config.strict.nonet }
    [first, second, third, fourth]
  end

  def share(path)
    # ruleid: ruby-file-writable-by-all
    File.chmod(0777, path)
    # ruleid: ruby-file-writable-by-all
    FileUtils.chmod(0o666, path)
    # ok: ruby-file-writable-by-all
    File.chmod(0750, path)
    # ok: ruby-file-writable-by-all
    FileUtils.chmod("u=rw,g=r", path)
  end
end
