using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OwnTokens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddForeignKey(
                name: "FK_AccessTokens_People_PersonId",
                table: "AccessTokens",
                column: "PersonId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_AccessTokens_People_PersonId",
                table: "AccessTokens");
        }
    }
}
