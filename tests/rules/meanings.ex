defmodule Meanings do
  def run do
    # ruleid: meaning-atom
    keep(:admin)
    # ok: meaning-atom
    keep(:user)
    # ok: meaning-atom
    keep("admin")
  end
end
