using Microsoft.Data.SqlClient;

namespace MediaShelf.Service.Data;

public sealed record Asset(long Id, string Title, string FileName);

/// <summary>Reads the assets of a shelf from SQL Server.</summary>
public sealed class AssetStore
{
    private readonly string _connectionString;

    public AssetStore(IConfiguration configuration)
    {
        _connectionString = configuration.GetConnectionString("Shelf")
            ?? throw new InvalidOperationException("ConnectionStrings:Shelf is not set");
    }

    // Weak: the title goes into the statement as text (CWE-89).
    public List<Asset> FindByTitle(string title)
    {
        using var connection = new SqlConnection(_connectionString);
        connection.Open();
        using var command = new SqlCommand("SELECT Id, Title, FileName FROM Asset WHERE Title LIKE '%" + title + "%'", connection);
        return ReadAll(command);
    }

    // Safe twin: the title is a parameter.
    public List<Asset> FindByExactTitle(string title)
    {
        using var connection = new SqlConnection(_connectionString);
        connection.Open();
        using var command = new SqlCommand("SELECT Id, Title, FileName FROM Asset WHERE Title = @title", connection);
        command.Parameters.AddWithValue("@title", title);
        return ReadAll(command);
    }

    private static List<Asset> ReadAll(SqlCommand command)
    {
        var assets = new List<Asset>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            assets.Add(new Asset(reader.GetInt64(0), reader.GetString(1), reader.GetString(2)));
        }
        return assets;
    }
}
