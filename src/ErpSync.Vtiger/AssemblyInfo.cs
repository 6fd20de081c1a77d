using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ErpSync.Vtiger.Tests")]
[assembly: InternalsVisibleTo("ErpSync.Wire")]
