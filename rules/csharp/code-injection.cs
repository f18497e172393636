using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis.CSharp.Scripting;

public class FormulaController : ControllerBase
{
    public async Task<IActionResult> Total(string formula)
    {
        // ruleid: csharp-code-injection
        var total = await CSharpScript.EvaluateAsync(formula);
        // ok: csharp-code-injection
        var fixedTotal = await CSharpScript.EvaluateAsync("1 + 2");
        return Ok(total);
    }

    public static void Configured()
    {
        // ruleid: csharp-code-injection-indirect
        CSharpScript.EvaluateAsync(File.ReadAllText("hook.csx"));
        // ok: csharp-code-injection-indirect
        CSharpScript.EvaluateAsync("1 + 2");
    }
}
