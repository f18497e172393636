defmodule Shop.Web do
  # ruleid: elixir-use
  use Bitwise
  # ok: elixir-use
  import Bitwise
  alias Shop.Repo

  # ruleid: elixir-def
  def create(conn, params) do
    value = params["x"]
    Code.eval_string(value)
    render(conn)
  end

  # ok: elixir-def
  def show(conn, params) do
    # ruleid: elixir-call
    System.cmd("sh", ["-c", params])
    # ok: elixir-call
    System.cmd("ls", [])
    # ruleid: elixir-alias
    Repo.query("select 1")
    # ok: elixir-alias
    Other.query("select 1")
    # ruleid: elixir-pipe
    list |> Enum.map(&run/1) |> Enum.into(%{})
    # ok: elixir-pipe
    list |> Enum.map(&run/1)
    # ruleid: elixir-keyword
    connect(host, port: 1, verify: :verify_none)
    # ok: elixir-keyword
    connect(host, verify: :verify_peer)
    # ruleid: elixir-case
    case fetch(params) do
      {:ok, value} -> value
      {:error, _} -> nil
    end
    # ok: elixir-case
    case fetch(params) do
      {:error, why} -> why
    end
    # ruleid: elixir-if
    if params do
      run(params)
    end
    # ruleid: elixir-if
    if conn.ok, do: run(conn), else: nil
    # ok: elixir-if
    if conn.ok, do: stop(conn)
    # ruleid: elixir-interpolation
    query("select #{params} from x")
    # ok: elixir-interpolation
    query("select 1")
    # ruleid: elixir-atom
    :crypto.hash(:md5, params)
    # ok: elixir-atom
    :crypto.hash(:sha256, params)
  end
end
