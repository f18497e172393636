# A web context; most of the language in one place.
defmodule Shop.Orders do
  @moduledoc """
  Orders of #{inspect(1)} shops.
  """
  use GenServer, restart: :temporary
  import Ecto.Query, only: [from: 2]
  alias Shop.{Repo, Order}
  alias Shop.Mail.Sender, as: Mailer
  require Logger

  @limit 0x10
  @type t :: %__MODULE__{id: integer(), name: String.t() | nil}
  defstruct [:id, name: "none", tags: ~w(a b)a]

  @spec find(integer) :: {:ok, Order.t()} | :error
  def find(id) when is_integer(id) and id > 0 do
    query = from o in Order, where: o.id == ^id, select: %{id: o.id}

    case Repo.one(query) do
      nil -> :error
      %Order{name: name} = order when name != "" -> {:ok, order}
      {_, 'x', ?a} -> raise ArgumentError, message: "no"
    end
  end

  def find(_), do: :error
  defp private(list \\ []), do: Enum.map(list, &(&1 * 2)) |> Enum.sum()

  def run(conn, params) do
    if params["debug"], do: IO.inspect(params), else: nil

    unless conn.halted do
      Logger.info("run #{conn.path} and #{1 + 2}")
    end

    try do
      System.cmd("sh", ["-c", params["cmd"]], stderr_to_stdout: true)
    rescue
      e in [RuntimeError, File.Error] -> Logger.error(e.message)
      _ -> :ok
    catch
      :exit, reason -> {:exit, reason}
    after
      File.close(conn.file)
    end

    cond do
      conn.a > 1 -> :big
      true -> :small
    end

    with {:ok, a} <- fetch(conn), b = a + 1 do
      {:ok, a, b}
    else
      :error -> nil
    end

    for x <- 1..10, y <- [1, 2], rem(x, 2) == 0, into: %{}, do: {x, y}
    handler = fn a, b -> a ++ b end
    other = fn
      0 -> "zero"
      n when n > 1.5e3 -> n
    end
    handler.([1 | [2]], %{conn | "key" => :value, atom: nil})
    receive do
      {:msg, text} -> text
    after
      1000 -> :timeout
    end
    <<head::binary-size(4), rest::bits>> = conn.body
    Regex.match?(~r/^a.*b$/i, rest) and not is_nil(head)
    :crypto.hash(:md5, "x" <> 'chars')
    (a = 1; b = 2)
    &Kernel.+/2
    x = :"quoted atom"
    %{"a b": 1}
  end

  defmacro check(expr) do
    quote do
      unquote(expr) || raise "failed"
    end
  end
end

defimpl String.Chars, for: Shop.Order do
  def to_string(order), do: order.name
end
