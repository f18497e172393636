defmodule A.B do
  alias C.{D, E}
  @limit 10
  defp find(id, list \\ []) when id > 0 do
    x = %{list | "k" => :v, a: ~r/b/}
    case D.one(x.id) do
      nil -> "no #{id}"
      {:ok, y} when y != x -> y |> Enum.map(fn a -> a + 1 end)
    end
    if x, do: y[:k], else: &(&1 * 2)
    try do
      run(x, timeout: 5)
    rescue
      e in RuntimeError -> raise e
    end
  end
end
